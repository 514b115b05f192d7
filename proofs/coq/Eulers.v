(* LAW-5 as KeY has it: the lemmas that the proof of Euler.java ends in, from Laws.v. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model Laws KeyModel Words Statements Bridge Shapes.
Module M := Model.
Module K := KeyModel.
Module L := Laws.
Module W := Words.
Import Bridge Shapes.
Open Scope Z_scope.

Section Eulers.
Context {key : K.Key}.
Notation zero := K.qZero.
Notation add := K.qAdd.
Notation mul := K.qMul.

Lemma noBiases_nat N : W.noBiases N <-> L.noBiases N.
Proof.
  unfold W.noBiases, L.noBiases. split; intros none k.
  - specialize (none (Z.of_nat k)). lists. lia.
  - destruct (Z.ltb_spec k 0); [unfold K.row; rewrite K.ith_outside by lia; reflexivity|].
    natural k. specialize (none k). lists. lia.
Qed.
Lemma homogeneousActivations_nat F kappa (n : Z) : W.homogeneousActivations F kappa n <-> L.homogeneousActivations mul K.sigma K.slope (activations F) kappa (Z.to_nat n).
Proof.
  unfold W.homogeneousActivations, L.homogeneousActivations, activations, K.activationAt. split; intros each k Hk.
  - apply (each (Z.of_nat k)). lia.
  - natural k. apply each. lia.
Qed.
Lemma b_frobenius A N n : K.frobenius A N (Z.of_nat n) = L.frobenius zero add mul A N n.
Proof.
  unfold K.frobenius. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [reflexivity|]. rewrite IH. unfold K.len, K.size. rewrite b_dot. lists. reflexivity.
Qed.

Hypothesis add_zero_right : Statements.axiomAddZeroRight.
Hypothesis mul_zero_right : Statements.axiomMulZeroRight.
Hypothesis add_commutes : Statements.axiomAddCommutes.
Hypothesis add_swap : Statements.axiomAddSwap.
Hypothesis mul_commutes : Statements.axiomMulCommutes.
Hypothesis mul_swap : Statements.axiomMulSwap.
Hypothesis distribute : Statements.axiomDistribute.

Theorem lemmaEulerDeltas : Statements.lemmaEulerDeltas.
Proof.
  intros n V N F kappa g x ((((Hn & net) & none) & each) & output) k ((((Hk & _) & Lk) & _) & _).
  destruct (network_nat V N net) as [m net_nat]. rewrite noBiases_nat in none. rewrite homogeneousActivations_nat in each.
  natural k. unfold K.depth, K.size in *. replace (Z.of_nat (length V) - 1) with (Z.of_nat (length V - 1)) in * by lia.
  rewrite Nat2Z.id in each. rewrite b_delta, b_preactivationsOf, !b_preactivation by lia.
  change (K.rows (K.layer V (Z.of_nat k))) with (Z.of_nat (length (K.layer V (Z.of_nat k)))).
  change (K.len g) with (Z.of_nat (length g)) in *.
  rewrite !b_dot. unfold K.layer, K.rows, K.size, K.len in *. rewrite ith_nth in *.
  split.
  - apply (L.euler_deltas) with (m := m) (n := (length V - 1 - k)%nat); try assumption; lists; lia.
  - unfold K.size. f_equal. apply L.len_delta; lists; lia.
Qed.
Theorem lemmaEulerOfDeltas : Statements.lemmaEulerOfDeltas.
Proof.
  intros V N F kappa x g (((net & deltas) & input) & none) k ((Hk & Lk) & _).
  pose proof (network_input V N x net input) as net_nat. rewrite noBiases_nat in none.
  destruct (deltas k) as [dot length]; [repeat split; lia|]. rewrite <- dot. natural k.
  change (K.outerProducts (K.deltasOf V F kappa (K.preactivationsOf V N F x) g) F x (K.preactivationsOf V N F x)) with (K.weightGradientOf V F kappa x (K.preactivationsOf V N F x) g).
  unfold K.depth, K.size in Lk. rewrite b_delta, b_preactivationsOf, !b_preactivation, b_weightGradientOf in * by lia.
  change (K.rows (K.layer V (Z.of_nat k))) with (Z.of_nat (M.rows (K.layer V (Z.of_nat k)))) in *.
  rewrite b_frobenius, b_dot. unfold K.layer in *. rewrite !ith_nth in *. apply L.euler_of_deltas; try assumption; lists; lia.
Qed.
End Eulers.
