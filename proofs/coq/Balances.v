(* LAW-8 as KeY has it: the lemmas that the proofs of Balancedness.java end in, from Laws.v. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model Laws KeyModel Words Statements Bridge Shapes.
Module M := Model.
Module K := KeyModel.
Module L := Laws.
Module W := Words.
Import Bridge Shapes.
Open Scope Z_scope.

Section Balances.
Context {key : K.Key}.
Notation zero := K.qZero.
Notation add := K.qAdd.
Notation mul := K.qMul.

Lemma hiddenUnit_nat V (l j : nat) : W.hiddenUnit V (Z.of_nat l) (Z.of_nat j) <-> L.hiddenUnit V l j.
Proof. unfold W.hiddenUnit, L.hiddenUnit. lists. intuition lia. Qed.
Lemma hiddenUnit_places V (l j : Z) : W.hiddenUnit V l j -> 0 <= l /\ 0 <= j.
Proof. unfold W.hiddenUnit. intuition. Qed.
Lemma b_incoming V B T N (l j : nat) :
  K.incoming V B T N (Z.of_nat l) (Z.of_nat j) = L.incoming zero add mul V B T N l j.
Proof.
  unfold K.incoming, L.incoming, K.row, K.layer, K.at_. rewrite !ith_nth. unfold K.len, K.size. rewrite b_dot. lists. reflexivity.
Qed.
Lemma b_outgoing V T (l j : nat) : K.outgoing V T (Z.of_nat l) (Z.of_nat j) = L.outgoing zero add mul V T l j.
Proof.
  unfold K.outgoing, L.outgoing. replace (Z.of_nat l + 1) with (Z.of_nat (l + 1)) by lia. rewrite !b_column.
  unfold K.rows, K.size. rewrite b_dot. lists. reflexivity.
Qed.
Lemma balanced_nat V B T N (l j : nat) :
  W.balanced V B T N (Z.of_nat l) (Z.of_nat j) <-> L.balanced zero add mul V B T N l j.
Proof. unfold W.balanced, L.balanced. rewrite b_incoming, b_outgoing. reflexivity. Qed.
Lemma squaresChange_nat V B V2 B2 T N q (l j : nat) :
  W.squaresChange V B V2 B2 T N q (Z.of_nat l) (Z.of_nat j) <-> L.squaresChange zero add mul V B V2 B2 T N q l j.
Proof. unfold W.squaresChange, L.squaresChange. rewrite !b_incoming, !b_outgoing. reflexivity. Qed.

(* the shapes of sums *)
Theorem lemmaShapeOfWeightSum : Statements.lemmaShapeOfWeightSum.
Proof.
  intros n V B F kappa o X Y c Hn. rewrite sameStackShape_nat. unfold K.sumOfWeightGradients. induction (Z.to_nat n) as [|m IH]; simpl.
  - rewrite b_zerosLikeStack. apply L.shape_zerosLikeStack.
  - rewrite b_stackPlusScaled. apply L.shape_stackPlusScaled. assumption.
Qed.
Lemma rows_of_sumOfBiasGradients V B F kappa o X Y c n : L.sameRows (K.sumOfBiasGradients V B F kappa o X Y c n) B.
Proof.
  unfold K.sumOfBiasGradients. induction (Z.to_nat n) as [|m IH]; simpl.
  - rewrite b_zerosLikeMat. apply L.shape_zerosLikeMat.
  - rewrite b_matPlusScaled. apply L.shape_matPlusScaled. assumption.
Qed.
Theorem lemmaShapeOfBiasSum : Statements.lemmaShapeOfBiasSum.
Proof.
  intros n V B F kappa o X Y c Hn. rewrite sameShape_nat. destruct (rows_of_sumOfBiasGradients V B F kappa o X Y c n) as [R E].
  split; [assumption|]. intros k _. apply E.
Qed.

Lemma len_loss o f y : M.len (loss o f y) = M.len f.
Proof. unfold loss, K.lossDerivative, K.tabZ, K.len, K.size, M.len. rewrite map_length, seq_length. lia. Qed.

Hypothesis add_zero_right : Statements.axiomAddZeroRight.
Hypothesis mul_zero_right : Statements.axiomMulZeroRight.
Hypothesis mul_commutes : Statements.axiomMulCommutes.
Hypothesis mul_swap : Statements.axiomMulSwap.
Hypothesis distribute : Statements.axiomDistribute.

(* one sample *)
Theorem lemmaBalancedSample : Statements.lemmaBalancedSample.
Proof.
  intros V B l j F kappa x g (((net & unit) & homogeneous) & [input output]).
  change (K.outerProducts (K.deltasOf V F kappa (K.preactivationsOf V B F x) g) F x (K.preactivationsOf V B F x)) with (K.weightGradientOf V F kappa x (K.preactivationsOf V B F x) g).
  change (K.deltasWhereBias B (K.deltasOf V F kappa (K.preactivationsOf V B F x) g)) with (K.biasGradientOf V B F kappa (K.preactivationsOf V B F x) g).
  pose proof (network_input V B x net input) as net_nat. destruct (hiddenUnit_places V l j unit) as [L J].
  natural l. natural j. rewrite hiddenUnit_nat in unit. rewrite balanced_nat, b_weightGradientOf, b_biasGradientOf, b_preactivationsOf.
  apply L.LAW_8_sample; try assumption.
  destruct net as ((deep & _) & _). unfold K.depth, K.size in *. replace (Z.of_nat (length V) - 1) with (Z.of_nat (length V - 1)) in output by lia.
  lists. lia.
Qed.

(* a batch *)
Hypothesis add_commutes : Statements.axiomAddCommutes.
Hypothesis add_swap : Statements.axiomAddSwap.
Theorem lemmaBalancedSum : Statements.lemmaBalancedSum.
Proof.
  intros n X V B l j F kappa o Y c (((((Hn & rows) & net) & unit) & homogeneous) & inputs).
  destruct (hiddenUnit_places V l j unit) as [L J]. natural n. natural l. natural j. rewrite hiddenUnit_nat in unit.
  assert (deep : (1 <= length V)%nat) by (destruct net as ((deep & _) & _); lists; lia).
  rewrite balanced_nat, b_sumOfWeightGradients, b_sumOfBiasGradients by assumption.
  assert (net_nat : exists m, M.network V B m /\ M.hasColumns X m).
  { destruct (Z.ltb_spec (K.inputs V) 0) as [none | some].
    - destruct (network_nat V B net) as [k net_nat]. exists k. split; [assumption|]. intros i Li. exfalso.
      specialize (inputs (Z.of_nat i)). rewrite <- inputs in none by (lists; lia). lists. lia.
    - exists (Z.to_nat (K.inputs V)). split; [apply network_of; [assumption | intros _; lia]|]. intros i Li.
      specialize (inputs (Z.of_nat i)). rewrite <- inputs by (lists; lia). lists. lia. }
  destruct net_nat as (k & net_nat & columns_nat). apply L.balanced_sum with (m := k); try assumption; [apply len_loss | lists; lia].
Qed.

(* a step *)
Hypothesis mul_zero_left : Statements.axiomMulZeroLeft.
Theorem lemmaPlusZeroTimesMat : Statements.lemmaPlusZeroTimesMat.
Proof. intros A N. rewrite b_matPlusScaled. apply L.matPlusScaled_zero; assumption. Qed.
Theorem lemmaPlusZeroTimesStack : Statements.lemmaPlusZeroTimesStack.
Proof. intros V T. rewrite b_stackPlusScaled. apply L.stackPlusScaled_zero; assumption. Qed.
Theorem lemmaSquaresChange : Statements.lemmaSquaresChange.
Proof.
  intros V l j B T N q ((((unit & net) & weights) & biases) & balance). destruct (hiddenUnit_places V l j unit) as [L J].
  natural l. natural j. rewrite hiddenUnit_nat in unit. rewrite sameStackShape_nat in weights. rewrite sameShape_nat in biases.
  rewrite balanced_nat in balance. rewrite squaresChange_nat, b_stackPlusScaled, b_matPlusScaled.
  destruct unit as [Ll Lj]. destruct net as ((deep & R) & _). destruct biases as [RN E].
  assert (Lb : (l < M.rows B)%nat) by (lists; lia).
  apply L.squares_balanced; try assumption; [lia | apply L.sameStackShape_sym; assumption |]. symmetry. apply E. lia.
Qed.
End Balances.
