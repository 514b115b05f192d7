(* ZERO-9 as KeY has it: the lemma of its own that the proof of BalancedBatch.java ends in, from Rest.v. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model Zero Rest KeyModel Words Statements Bridge Zeros.
From Stillpoint Require Import Tactic Rules.
Module M := Model.
Module K := KeyModel.
Module W := Words.
Module R := Rest.
Module Z0 := Zero.
Import Bridge Zeros.
Open Scope Z_scope.

Section Rests.
Context {key : K.Key}.
Notation zero := K.qZero.
Notation add := K.qAdd.
Notation mul := K.qMul.

Hypothesis add_then_take_away : Statements.axiomAddThenTakeAway.
Hypothesis take_away_then_add : Statements.axiomTakeAwayThenAdd.
Hypothesis mul_neg_right : Statements.axiomMulNegRight.

(* as many pulls one way as the other *)
Lemma times_up q n : add (K.times q n) q = K.times q (n + 1).
Proof.
  unfold K.times. split_cases.
  - replace (Z.to_nat (n + 1)) with (Datatypes.S (Z.to_nat n)) by lia. reflexivity.
  - replace n with (-1) by lia. simpl. apply take_away_then_add.
  - replace (Z.to_nat (- n)) with (Datatypes.S (Z.to_nat (- (n + 1)))) by lia. simpl. apply take_away_then_add.
Qed.
Lemma times_down q n : add (K.times q n) (K.qNeg q) = K.times q (n + -1).
Proof.
  unfold K.times. split_cases.
  - replace (Z.to_nat n) with (Datatypes.S (Z.to_nat (n + -1))) by lia. simpl. apply add_then_take_away.
  - replace n with 0 by lia. reflexivity.
  - replace (Z.to_nat (- (n + -1))) with (Datatypes.S (Z.to_nat (- n))) by lia. reflexivity.
Qed.
Lemma total_surplus (c q : K.Q) (Y : K.Mat) (pull : nat -> K.Q) n :
  (forall k, (k < n)%nat -> pull k = if K.qSignum (K.at_ (K.row Y (Z.of_nat k)) 0) =? 1 then q else K.qNeg q) ->
  R.total zero add mul c pull n = K.times (mul c q) (K.surplusn Y n).
Proof.
  induction n as [|n IH]; intros pulls; simpl; [reflexivity|].
  rewrite IH, pulls by (intros; try apply pulls; lia). destruct (K.qSignum (K.at_ (K.row Y (Z.of_nat n)) 0) =? 1).
  - apply times_up.
  - rewrite mul_neg_right. apply times_down.
Qed.

Lemma atRest_nat t : W.atRest t -> R.atRest zero (trainingState t).
Proof.
  unfold W.atRest, W.restWeights, W.restBiases, R.atRest. rewrite !isZeroStack_nat, isZeroMat_nat, isZeroVec_nat.
  intros ((((((deep & biases) & weights) & velocity) & velocities) & output) & _). unfold trainingState; simpl.
  unfold K.depth, K.size in *. replace (Z.of_nat (length (K.weightsOf t)) - 1) with (Z.of_nat (length (K.weightsOf t) - 1)) in output by lia.
  lists. repeat split; try assumption; lia.
Qed.
Lemma top_of (V : K.Stack) : (1 <= length V)%nat -> K.depth V - 1 = Z.of_nat (M.depth V - 1).
Proof. lists. lia. Qed.
Lemma atRest_of t : R.atRest zero (trainingState t) ->
  (K.len (K.row (K.biasesOf t) (K.depth (K.weightsOf t) - 1)) = 0
   \/ K.len (K.row (K.biasesOf t) (K.depth (K.weightsOf t) - 1)) = K.rows (K.layer (K.weightsOf t) (K.depth (K.weightsOf t) - 1))) -> W.atRest t.
Proof.
  unfold W.atRest, W.restWeights, W.restBiases, R.atRest. rewrite !isZeroStack_nat, isZeroMat_nat, isZeroVec_nat. unfold trainingState; simpl.
  intros (deep & biases & weights & velocity & velocities & output) fits. repeat split; try assumption; try (lists; lia).
  rewrite top_of by (lists; lia). lists. assumption.
Qed.

Hypothesis add_zero_right : Statements.axiomAddZeroRight.
Hypothesis mul_zero_left : Statements.axiomMulZeroLeft.
Hypothesis mul_zero_right : Statements.axiomMulZeroRight.
Hypothesis distribute : Statements.axiomDistribute.
Hypothesis mul_associative : Statements.axiomMulAssociative.

Lemma pulls_balance (V : K.Stack) o Y u c j : (1 <= length V)%nat -> W.balancedBatch o Y u -> K.len u = K.rows (K.layer V (K.depth V - 1)) ->
  R.total zero add mul c (R.pull zero V (loss o) Y j) (length Y) = zero.
Proof.
  intros deep [none pulls] fits. rewrite (@total_surplus c (K.at_ u (Z.of_nat j)) Y).
  - unfold K.surplus, K.rows, K.size in none. rewrite Nat2Z.id in none. rewrite none. reflexivity.
  - intros k Lk. rewrite <- pulls by (lists; lia). rewrite fits, top_of by assumption. unfold R.pull, loss, K.rows, K.size.
    rewrite b_zeroVec. lists. reflexivity.
Qed.

Lemma rest_step t s F kappa o X Y rate momentum decay u :
  W.balancedBatch o Y u -> W.sameRest t s -> K.rows X = K.rows Y -> K.len u = K.rows (K.layer (K.weightsOf s) (K.depth (K.weightsOf s) - 1)) ->
  W.sameRest (K.stepped t F kappa o X Y rate momentum decay) s.
Proof.
  intros balanced (((rest & biases) & D) & R) sizes fits. pose proof (atRest_nat t rest) as rest_n.
  assert (deep : (1 <= length (K.weightsOf t))%nat) by (destruct rest_n as (deep & _); unfold trainingState in deep; simpl in deep; lists; lia).
  pose proof (b_stepped t F kappa o X Y rate momentum decay deep) as step.
  assert (totals : forall c j, R.total zero add mul c (R.pull zero (K.weightsOf t) (loss o) Y j) (M.rows X) = zero).
  { intros c j. replace (M.rows X) with (length Y) by (lists; lia). apply pulls_balance with u; try assumption. congruence. }
  assert (gradients : Z0.isZeroStack zero (M.batchWeightGradientOf zero add mul natRatio K.sigma K.slope (K.weightsOf t) (K.biasesOf t) (activations F) kappa (loss o) X Y)
    /\ Z0.isZeroMat zero (M.batchBiasGradientOf zero add mul natRatio K.sigma K.slope (K.weightsOf t) (K.biasesOf t) (activations F) kappa (loss o) X Y)).
  { apply R.rest_sum; try assumption; try apply rest_n. apply totals. }
  destruct gradients as [GW GB].
  destruct (fun zr mr => @R.rest_updated K.Q zero add mul K.qNeg zr mr (trainingState t) _ _ rate momentum decay rest_n GW GB) as (after & same & depths & tops);
    [assumption .. |].
  unfold M.stepped in step. change (M.weightsOf (trainingState t)) with (K.weightsOf t) in *. change (M.biasesOf (trainingState t)) with (K.biasesOf t) in *.
  rewrite <- step in after, same, depths, tops. clear step. generalize dependent (K.stepped t F kappa o X Y rate momentum decay).
  intros next after same depths tops. unfold trainingState in same, depths, tops; simpl in same, depths, tops.
  assert (D2 : K.depth (K.weightsOf next) = K.depth (K.weightsOf t)) by (lists; lia).
  assert (R2 : K.rows (K.layer (K.weightsOf next) (K.depth (K.weightsOf t) - 1)) = K.rows (K.layer (K.weightsOf t) (K.depth (K.weightsOf t) - 1)))
    by (rewrite top_of by assumption; lists; lia).
  assert (again : W.atRest next) by (apply atRest_of; [assumption|]; rewrite same, D2, R2; apply rest).
  unfold W.sameRest. rewrite D2, R2, same. tauto.
Qed.

Theorem lemmaRestTrained : Statements.lemmaRestTrained.
Proof.
  intros n YY t s XX u F kappa o rates momentum decay ((((Hn & within) & same) & sizes) & fits) balanced.
  natural n. unfold K.trained. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [assumption|].
  apply rest_step with u; try assumption.
  - apply balanced. lia.
  - apply IH; lia.
  - apply sizes. lia.
Qed.
End Rests.
