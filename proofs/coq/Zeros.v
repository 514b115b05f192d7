(* ZERO-1, ZERO-2 and ZERO-3 as KeY has them: the lemmas that the proofs of ZeroInitialization.java end in, from Zero.v. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model Zero KeyModel Words Statements Bridge.
From Stillpoint Require Import Tactic Rules.
Module M := Model.
Module K := KeyModel.
Module W := Words.
Module N := Zero.
Import Bridge.
Open Scope Z_scope.

Section Zeros.
Context {key : K.Key}.
Notation zero := K.qZero.

Lemma isZeroVec_nat v : W.isZeroVec v <-> N.isZeroVec zero v.
Proof.
  unfold W.isZeroVec, N.isZeroVec. split; intros zeros k.
  - specialize (zeros (Z.of_nat k)). lists. assumption.
  - destruct (Z.ltb_spec k 0); [apply K.ith_outside; lia|]. natural k. specialize (zeros k). lists. assumption.
Qed.
Lemma isZeroMat_nat A : W.isZeroMat A <-> N.isZeroMat zero A.
Proof.
  unfold W.isZeroMat, N.isZeroMat. split; intros zeros k.
  - specialize (zeros (Z.of_nat k)). rewrite isZeroVec_nat in zeros. lists. assumption.
  - rewrite isZeroVec_nat. destruct (Z.ltb_spec k 0).
    + unfold K.row. rewrite K.ith_outside by lia. apply N.zero_nil.
    + natural k. specialize (zeros k). lists. assumption.
Qed.
Lemma isZeroStack_nat V : W.isZeroStack V <-> N.isZeroStack zero V.
Proof.
  unfold W.isZeroStack, N.isZeroStack. split; intros zeros k.
  - specialize (zeros (Z.of_nat k)). rewrite isZeroMat_nat in zeros. lists. assumption.
  - rewrite isZeroMat_nat. destruct (Z.ltb_spec k 0).
    + unfold K.layer. rewrite K.ith_outside by lia. intros i. unfold M.row. destruct i; apply N.zero_nil.
    + natural k. specialize (zeros k). lists. assumption.
Qed.
Lemma zeroRows_nat A (n : Z) : W.zeroRows A n <-> N.zeroRows zero A (Z.to_nat n).
Proof.
  unfold W.zeroRows, N.zeroRows. split; intros zeros k Hk.
  - specialize (zeros (Z.of_nat k)). rewrite isZeroVec_nat in zeros. lists. apply zeros. lia.
  - rewrite isZeroVec_nat. natural k. specialize (zeros k). lists. apply zeros. lia.
Qed.
Lemma zeroAtZero_nat F (n : Z) : W.zeroAtZero F n <-> N.zeroAtZero zero K.sigma (activations F) (Z.to_nat n).
Proof.
  unfold W.zeroAtZero, N.zeroAtZero, activations, K.activationAt. split; intros zeros k Hk.
  - apply zeros. lia.
  - natural k. apply zeros. lia.
Qed.
Lemma to_nat_pred (n : nat) : Z.to_nat (Z.of_nat n - 1) = (n - 1)%nat.
Proof. lia. Qed.
Lemma zeroState_nat t (n : nat) : W.zeroState t (Z.of_nat n) <-> N.zeroState zero (trainingState t) n.
Proof.
  unfold W.zeroState, N.zeroState. rewrite !isZeroStack_nat, !zeroRows_nat, to_nat_pred. unfold trainingState. simpl. lists. intuition lia.
Qed.

Section Zero_1.
Hypothesis add_zero_right : Statements.axiomAddZeroRight.
Hypothesis mul_zero_left : Statements.axiomMulZeroLeft.
Theorem lemmaZeroBiasGradient : Statements.lemmaZeroBiasGradient.
Proof.
  intros V n B F kappa z g [weights Hn].
  change (K.deltasWhereBias B (K.deltasOf V F kappa z g)) with (K.biasGradientOf V B F kappa z g).
  rewrite isZeroStack_nat in weights. rewrite zeroRows_nat, b_biasGradientOf. apply N.zero_biasGradientOf; [assumption .. |]. lists. lia.
Qed.

Hypothesis mul_zero_right : Statements.axiomMulZeroRight.
Theorem lemmaZeroWeightGradient : Statements.lemmaZeroWeightGradient.
Proof.
  intros V B F kappa x g (((weights & biases) & activations) & deep).
  change (K.outerProducts (K.deltasOf V F kappa (K.preactivationsOf V B F x) g) F x (K.preactivationsOf V B F x)) with (K.weightGradientOf V F kappa x (K.preactivationsOf V B F x) g).
  unfold K.depth, K.size in *. rewrite isZeroStack_nat, zeroRows_nat, zeroAtZero_nat, to_nat_pred in *.
  rewrite b_weightGradientOf, b_preactivationsOf. apply N.ZERO_1; try assumption. lists. lia.
Qed.

(* ZERO-2 *)
Theorem lemmaZeroTrained : Statements.lemmaZeroTrained.
Proof.
  intros n t m F kappa o XX YY rates momentum decay (((Hn & zeros) & activations) & deep).
  natural n. natural m. rewrite zeroState_nat in *. rewrite zeroAtZero_nat, to_nat_pred in activations.
  assert (D : M.depth (M.weightsOf (trainingState t)) = m) by apply zeros.
  rewrite b_trained by (unfold trainingState in D; simpl in D; lists; lia).
  subst m. apply N.ZERO_2; try assumption. lia.
Qed.
End Zero_1.

(* ZERO-3 *)
Theorem lemmaNoBiasTrained : Statements.lemmaNoBiasTrained.
Proof.
  intros n t m F kappa o XX YY rates momentum decay [Hn none]. unfold W.noBias in *. natural n. unfold K.trained. rewrite Nat2Z.id.
  induction n as [|k IH]; simpl; [assumption|].
  rewrite rowMatPlusScaled. split_cases; try reflexivity. rewrite lenPlusScaled. apply IH. lia.
Qed.
End Zeros.
